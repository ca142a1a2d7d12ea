// Reads what the platform gives out with the programs of those who made the formats:
//   node read.js jsonstat <file>        node read.js sdmx <file>        node read.js package <folder with datapackage.json>
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import datapackage from 'datapackage'
import JSONstat from 'jsonstat-toolkit'
import sdmx from 'sdmx-json-parser'

const [what, path] = process.argv.slice(2)

async function jsonstat() {
  const data = JSONstat(JSON.parse(await readFile(path, 'utf8')))
  return {
    class: data.class,
    label: data.label,
    id: data.id,
    size: data.length ? data.id.map(id => data.Dimension(id).length) : [],
    roles: data.role,
    labels: Object.fromEntries(data.id.map(id => [id, data.Dimension(id).Category().map(one => one.label)])),
    rows: data
      .toTable({ type: 'arrobj', content: 'id', status: true, field: 'id' })
      .map(({ period, unit, indicator, value, status }) => ({ period, unit, indicator, value, status })),
  }
}

async function message() {
  const text = await readFile(path, 'utf8')
  globalThis.fetch = async () => ({ status: 200, text: async () => text }) // It only reads from addresses.
  const parser = new sdmx.SDMXParser()
  await parser.getDatasets('file:///')
  const dimensions = parser.getDimensions()
  const ids = key => Object.fromEntries(key.split(':').map((place, at) => [dimensions[at].id, dimensions[at].values[place].id]))
  const keys = Object.keys(parser.getObservations())
  return {
    name: parser.getName(),
    dimensions: dimensions.map(({ id, values }) => ({ id, values })),
    annotations: parser.getAnnotations(),
    // What the parser does not look at: the unit of measure of each indicator.
    measures: Object.entries(parser.getJSON.data.dataSets[0].dimensionGroupAttributes).map(([key, [place]]) => ({
      indicator: dimensions[2].values[key.slice(2)].id,
      measure: parser.getJSON.data.structures[0].attributes.dimensionGroup[0].values[place].id,
    })),
    // With the names that the parser found for each.
    rows: parser.getData().map((row, n) => ({ ...ids(keys[n]), value: row.value, status: row.OBS_STATUS, names: row })),
  }
}

async function tables() {
  const read = await datapackage.Package.load(join(path, 'datapackage.json'))
  const rows = {}
  // Reading casts each value by the schema; asking for relations looks up every foreign key.
  for (const resource of read.valid ? read.resources : [])
    rows[resource.name] = await resource.read({ keyed: true }).then(async all => (await resource.checkRelations(), all))
  return { valid: read.valid, errors: read.errors.map(String), tabular: read.resources.every(one => one.tabular), rows }
}

console.log(JSON.stringify(await { jsonstat, sdmx: message, package: tables }[what]()))
