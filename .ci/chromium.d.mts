/** A Chromium or Chrome that is installed on this machine: its path, where there is one. */
export declare const findSystemChromium: () => string | undefined
