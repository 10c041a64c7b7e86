/** The path of a Chromium or Chrome that is installed on this machine; undefined where none is. */
export declare const findSystemChromium: () => string | undefined
