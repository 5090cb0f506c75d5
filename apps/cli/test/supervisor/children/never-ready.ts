/** Lives, and never says that it is ready. */
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
setInterval(() => undefined, 1_000);
