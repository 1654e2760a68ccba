import type { Pool } from 'pg'

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  /** The database reckons it from other columns: nobody writes it. */
  reckoned: boolean
}

/** The database type → what is read, and what is written where that differs. See `parsers.ts`. */
const TYPES: Record<string, string> = {
  _date: 'string[]',
  _text: 'string[]',
  _uuid: 'string[]',
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'ColumnType<unknown, string, string>',
  jsonb: 'ColumnType<unknown, string, string>',
  numeric: 'string',
  text: 'string',
  tsvector: 'string',
  timestamptz: 'string',
  uuid: 'string',
}

/**
 * Draws the row types of every table of a migrated database, as the text of `rows.ts`. The same on both engines.
 * Throws when a column has a type that the table above does not know.
 */
export async function drawRowTypes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<Column>(`
    select table_name::text as table, column_name::text as name, udt_name::text as type,
           is_nullable = 'YES' as nullable, column_default is not null or is_identity = 'YES' as "hasDefault",
           is_generated = 'ALWAYS' as reckoned
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'migration'
    order by table_name collate "C", ordinal_position`)
  const tables = [...new Set(rows.map((column) => column.table))]
  const interfaces = tables.map((table) => {
    const fields = rows.filter((column) => column.table === table).map(field)
    return `export interface ${typeName(table)} {\n${fields.join('\n')}\n}`
  })
  const index = tables.map((table) => `  ${table}: ${typeName(table)}`)
  const imports = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) =>
    interfaces.join().includes(`${name}<`),
  )
  return [
    '// Generated from the migrated database by `npm run db:types`; not edited by hand.',
    ...(imports.length > 0 ? [`import type { ${imports.join(', ')} } from 'kysely'`] : []),
    '',
    ...interfaces.flatMap((text) => [text, '']),
    `/** Every table, by its name. */\nexport interface Rows {\n${index.join('\n')}\n}`,
    '',
  ].join('\n')
}

function field(column: Column): string {
  const type = typeOf(column)
  const nullable = column.nullable ? `${type} | null` : type
  if (column.reckoned) return `  ${column.name}: GeneratedAlways<${nullable}>`
  if (column.hasDefault && type.includes('<')) throw new Error(`${column.table}.${column.name}: drop its default`)
  return `  ${column.name}: ${column.hasDefault ? `Generated<${nullable}>` : nullable}`
}

function typeOf(column: Column): string {
  const isArray = column.type.startsWith('_')
  const type = TYPES[isArray ? column.type.slice(1) : column.type]
  if (type === undefined || (isArray && type.includes('<'))) {
    throw new Error(`${column.table}.${column.name} is of type ${column.type}; add it to src/db/row-types.ts`)
  }
  return isArray ? `${type}[]` : type
}

function typeName(table: string): string {
  return table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
