/** The desktop window's own address: not a file, not a web site, so that neither can claim to be it. */
export const appScheme = 'app';
export const appOrigin = 'app://xiangbao';
export const appPage = `${appOrigin}/`;
