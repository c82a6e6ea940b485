import type ts from "@tslab/typescript-for-tslab";

/** The project's folder. */
export declare const ROOT: string;
/** Path of tslab's TypeScript compiler. */
export declare const TYPESCRIPT: string;
export declare function loadCompiler(): typeof ts;
export declare function keepCompiler(): void;
export declare function transpile(source: string, fileName: string): string;
export declare function install(): void;
export declare function compileWith(compile: (source: string, fileName: string) => string): void;
export declare function writeQuietly(path: string, content: string | Buffer): void;
export declare function nativeImport(specifier: string): Promise<object>;
export declare function loadedText(fileName: string): string | undefined;
