import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { z } from 'zod'
import { call } from '../../../ui/fetch.ts'
import { addPasskey, startPasskey } from '../../own/contract.ts'
import { askForPasskey, type Step, signInByPasskey } from '../../sign-in/contract.ts'

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Given = z.input<(typeof signInByPasskey)['input']>['response']
type Made = z.input<(typeof addPasskey)['input']>['response']
type Making = Parameters<typeof startRegistration>[0]['optionsJSON']

/** Whether this browser can use passkeys at this address: they are bound to names, not to numbers. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(window.location.hostname)
}

/** Signs in by a passkey, or takes the second step. Throws when the person gives none or the server refuses it. */
export async function signInWithPasskey(): Promise<Step> {
  const { challengeId, options } = await call(askForPasskey, {})
  const response = await startAuthentication({ optionsJSON: options as Asked })
  return call(signInByPasskey, { challengeId, response: asSent<Given>(response) })
}

/** Makes a passkey in this browser and adds it under this name. */
export async function makePasskey(name: string): Promise<void> {
  const { challengeId, options } = await call(startPasskey, {})
  const response = await startRegistration({ optionsJSON: options as Making })
  await call(addPasskey, { challengeId, name, response: asSent<Made>(response) })
}

/** Whether somebody, or the browser, called it off: told by the name of the browser's own error. */
export function wasCalledOff(error: unknown): boolean {
  return error instanceof Error && ['NotAllowedError', 'AbortError', 'WebAuthnError'].includes(error.name)
}

/** The answer of a passkey as it is sent: what the browser leaves out is not there, instead of undefined. */
function asSent<Sent>(response: object): Sent {
  return JSON.parse(JSON.stringify(response))
}
