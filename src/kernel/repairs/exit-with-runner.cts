/**
 * Ends the kernel when the process that started it is gone, however that one ended: the channel between the two closes with it.
 * For the headless runner only.
 */
process.on("disconnect", () => process.exit());
process.channel?.unref(); // the channel alone must not keep a kernel that was shut down
