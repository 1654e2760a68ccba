/** A session ends when nothing was asked for so long. */
export const IDLE_HOURS = 12
/** And in any case after so many days. */
export const SESSION_DAYS = 7
/** After the password, the second factor must come within this time. */
export const PENDING_MINUTES = 10
/** What protects an account is changed only so soon after its holder has proved to be there. */
export const PROOF_MINUTES = 15
/** A browser is known for so many days after the last sign-in in it. */
export const DEVICE_DAYS = 180
