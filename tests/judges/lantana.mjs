// Reads a JSON list of resources, and prints for each what the package `fhir` finds wrong.
import { readFileSync } from 'node:fs'
import { Fhir } from 'fhir/fhir.js'

const judge = new Fhir()

function issuesOf(resource) {
  const { messages } = judge.validate(resource, { errorOnUnexpected: true })
  return messages.filter(({ severity }) => severity === 'error').map(said)
}

function said({ severity, message, location }) {
  return `${severity}: ${message} (${location})`
}

const resources = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(resources.map(issuesOf)))
