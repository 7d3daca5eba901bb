// The first of two.
import { two } from "./two.js";
export const one = 1;
