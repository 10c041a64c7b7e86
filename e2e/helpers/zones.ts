/** Two time zones on either side of Greenwich, almost a day apart. */
export const WEST = 'America/Los_Angeles'
export const EAST = 'Pacific/Auckland'
