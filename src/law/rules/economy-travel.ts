import { NO_PARAMETERS, pass, rule } from './rule.ts'

/** Each flight is economy and low-cost fares were compared. Flights not stated: no finding. */
export const economyTravel = rule({
  id: 'economy-travel',
  title: { vi: 'Đi lại tiết kiệm', en: 'Thrifty travel' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'bay hạng phổ thông, so giá hàng không giá rẻ', en: 'economy class, low-cost fares compared' }),
  judge: (facts) => {
    const { flights } = facts.dossier
    if (flights === undefined) return []
    const read = () =>
      flights.flatMap((flight, index) => [
        { path: `flights[${index}].class`, value: flight.class },
        { path: `flights[${index}].lowCostCompared`, value: flight.lowCostCompared },
      ])
    const dear = flights.filter((flight) => flight.class !== 'economy').length
    const uncompared = flights.filter((flight) => flight.lowCostCompared !== true).length
    if (dear + uncompared === 0) {
      return pass(
        { vi: 'Mọi chặng bay hạng phổ thông, đã so giá.', en: 'Every flight is economy, fares compared.' },
        read,
      )
    }
    return [
      {
        outcome: 'violated',
        message: {
          vi: `${dear} chặng bay không phải hạng phổ thông, ${uncompared} chặng chưa so giá hàng không giá rẻ.`,
          en: `${dear} flights are not economy, for ${uncompared} no low-cost fares were compared.`,
        },
        remedy: {
          vi: 'đặt hạng phổ thông và so giá hàng không giá rẻ cho từng chặng',
          en: 'book economy and compare low-cost fares for each flight',
        },
        read,
      },
    ]
  },
})
