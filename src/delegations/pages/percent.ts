/** A share of one in whole percent: `0.25` as `25 %`. Pure. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`
