/** The name by which notebooks ask for the kernel. */
export const kernelName = "amplification-audit";

/** What a notebook says about its kernel. */
export const kernelMetadata = {
  display_name: "TypeScript (amplification-audit)",
  language: "typescript",
  name: kernelName,
};
