/** The common password of the accounts of the sample data. It opens nothing else: elsewhere nobody has it. */
export const SAMPLE_PASSWORD = 'doan-ra-du-lieu-mau'
