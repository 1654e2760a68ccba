import { useMessages } from './language.tsx'
import { Segmented } from './segmented.tsx'

interface ThreeStateProps {
  id: string
  legend: string
  hideLegend?: boolean
  value: boolean | undefined
  onChange: (value: boolean | undefined) => void
}

const MESSAGES = {
  vi: { yes: 'Có', no: 'Không', unset: 'Chưa nêu' },
  en: { yes: 'Yes', no: 'No', unset: 'Not stated' },
}

/** Yes, no, or not stated: what is not stated is never taken for no. */
export function ThreeState({ value, onChange, ...group }: ThreeStateProps) {
  const m = useMessages(MESSAGES)
  return (
    <Segmented
      {...group}
      value={value === undefined ? 'unset' : value ? 'yes' : 'no'}
      options={[
        ['yes', m.yes],
        ['no', m.no],
        ['unset', m.unset],
      ]}
      onChange={(code) => onChange(code === 'unset' ? undefined : code === 'yes')}
    />
  )
}
