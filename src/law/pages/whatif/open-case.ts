import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useParameter } from '../../../ui/use-parameter.ts'
import type { Case } from '../../cases.ts'
import { readRequest } from '../../read.ts'
import { notice, replace } from './draft.ts'
import { useCases } from './use-law.ts'

/** Opens a case of the law, with its day, as the draft. */
export function openCase({ about, request }: Case): void {
  const reading = readRequest(request)
  if (reading.faults) throw new Error(`the case "${about.en}" cannot be read`)
  replace(reading.request, { vi: `Đã mở ví dụ: ${about.vi}`, en: `Example open: ${about.en}` })
}

/**
 * Opens the case that the address names (`?ca=`), once, when the draft before it is there; the address then loses it, so that a
 * reload keeps the draft.
 */
export function useCaseOfAddress(ready: boolean): void {
  const id = useParameter('ca')
  const { data: cases, isError } = useCases()
  const navigate = useNavigate()
  const done = useRef<string>(undefined)
  useEffect(() => {
    if (done.current === id || !ready || !(cases || isError)) return
    done.current = id
    if (id === undefined) return
    const named = cases?.find((one) => one.id === id)
    if (named) openCase(named)
    else notice.set({ text: cases ? unknownCase(id) : CASES_FAILED })
    if (cases) void navigate({ to: '/thu-doan', search: {}, replace: true })
  }, [id, ready, cases, isError, navigate])
}

function unknownCase(id: string) {
  return {
    vi: `Không có ca nào mang mã “${id}”; bản nháp vẫn giữ nguyên. Mở ca từ một quy định ở trang Văn bản, hoặc chọn ở nút Ví dụ.`,
    en: `There is no case “${id}”; the draft is as it was. Open a case from a norm on the page of the law, or choose an example.`,
  }
}

const CASES_FAILED = {
  vi: 'Chưa tải được các ca, nên chưa mở được ca đã chọn; bản nháp vẫn giữ nguyên. Kiểm tra kết nối mạng rồi tải lại trang.',
  en: 'The cases could not be loaded, so the chosen one is not open; the draft is as it was. Check the network, then reload the page.',
}
