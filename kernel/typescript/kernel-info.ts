/** What the kernel says about itself. The language's version is that of the TypeScript in tslab. */
export const KERNEL_INFO = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "clicks-to-streets",
  implementation_version: "0.1.0",
  language_info: {
    name: "typescript",
    version: "5.0.4",
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    nbconvert_exporter: "script",
    codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
  },
  banner: "TypeScript on Node, checked as strictly as the project's own code",
  help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
} as const;
