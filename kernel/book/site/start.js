// Runs before anything is drawn, so that a page never flashes in the other theme.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("clicks-to-streets.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser may keep no storage for files; the system's theme is used then.
}

/** Load a script that lies beside the page. */
function start(file) {
  const script = document.createElement("script");
  script.src = file;
  document.head.append(script);
  return script;
}
