/** The size of the picture of a switch, all of which can be touched, and of what is seen of it, in design units. */
export const SWITCH_SIZE = { w: 88, h: 76 } as const;
export const SWITCH = { w: 82, h: 46, rim: 5 } as const;
