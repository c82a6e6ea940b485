/** The part of the package `stopword` that is used; it ships no types. */
declare module "stopword" {
  export const eng: readonly string[];
  export const rus: readonly string[];
}
