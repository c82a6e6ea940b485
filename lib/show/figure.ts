import type { PictureText } from "./tidy-svg";

/** A figure as plotly.js takes it, with the words that go with its picture. */
export interface Figure extends PictureText {
  readonly data: readonly object[];
  /** With width and height in pixels. */
  readonly layout: object;
}
