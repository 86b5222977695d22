declare module "vega" {
  /** How vega measures text; missing from its published types. */
  export const textMetrics: {
    canvas(use: boolean): void;
    width: (item: { fontSize?: number; fontWeight?: string | number }, text: unknown) => number;
  };
}
