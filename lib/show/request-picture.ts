import { drawPicture, type Figure } from "./draw-picture";
export async function requestPicture(figure: Figure): Promise<string> { return drawPicture(figure); }
