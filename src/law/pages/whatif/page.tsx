/** The page "Thử một đoàn": an official types a delegation and reads what the law of that day says. */
export default function WhatIfPage() {
  return <h1>Thử một đoàn</h1>
}
