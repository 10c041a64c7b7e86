/**
 * A text as quotes are compared: ligatures opened, lower case, plain quotation marks, without white
 * space, hyphens and dashes.
 */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc`]/g, "'")
    .replaceAll(/[\u201c\u201d]|''/g, '"')
    .replaceAll(/[\s\u00ad\u2010-\u2015\u2212\-\u200b\ufeff]/g, '')
