const EVERY_MS = 500;

/**
 * Call `end` when the program that started the kernel is gone, so that no kernel is left behind.
 *
 * A process whose parent ended gets another parent. Where that is not so (Windows), or where another program stands
 * between, it is asked whether the parent still exists; Jupyter tells its process id except on Windows.
 */
export function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const told = process.platform === "win32" ? NaN : Number(process.env.JPY_PARENT_PID);
  const others = [parent, told].filter((pid) => Number.isInteger(pid) && pid > 1);
  setInterval(() => {
    if (process.ppid !== parent || !others.every(isRunning)) end();
  }, EVERY_MS).unref();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
