/** Stands alone so that the preload's bundle holds nothing but itself. */
export const callChannel = 'xiangbao:call';
