import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { Notice } from '../../../ui/notice.tsx'
import { makeRecoveryCodes, type OwnSecurity } from '../../own/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'

/** How many recovery codes are left; new ones are shown once, to be printed. */
export function RecoveryCodes({ security, login }: { security: OwnSecurity; login: string }) {
  const { own: m } = useWords()
  const [asking, setAsking] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const { fresh, totpConfirmedAt, passkeys, recoveryCodesLeft } = security
  const because = !fresh ? m.notFresh : totpConfirmedAt === null && passkeys.length === 0 ? m.needFactor : undefined
  const make = async () => setCodes((await call(makeRecoveryCodes, {})).codes)
  return (
    <div className={css.stack}>
      <p className="mute small">{m.codesWhat}</p>
      {codes.length === 0 ? (
        <p>{m.codesLeft(recoveryCodesLeft)}</p>
      ) : (
        <Codes codes={codes} login={login} onKept={() => setCodes([])} />
      )}
      <Button onClick={() => setAsking(true)} disabledBecause={because}>
        {m.codesMake}
      </Button>
      <Confirm
        open={asking}
        title={`${m.codesMake}?`}
        confirm={m.codesMake}
        onConfirm={make}
        onClose={() => setAsking(false)}
      >
        <p>{recoveryCodesLeft > 0 ? m.codesReplace : m.codesOnce}</p>
      </Confirm>
    </div>
  )
}

function Codes({ codes, login, onKept }: { codes: readonly string[]; login: string; onKept: () => void }) {
  const { own: m } = useWords()
  return (
    <>
      <Notice tone="amber" role="status">
        <p>{m.codesOnce}</p>
      </Notice>
      <p className="only-print">{m.codesFor(login)}</p>
      <ol className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className={`${css.buttons} no-print`}>
        <Button primary onClick={() => window.print()}>
          {m.codesPrint}
        </Button>
        <Button onClick={onKept}>{m.codesKept}</Button>
      </p>
    </>
  )
}
