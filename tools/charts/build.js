// Bundles what draws charts into one file, with the licences of all that is in it.
// `--check` writes nothing: it says whether the stored files are what this would write.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..", "..");
const VENDOR = join(ROOT, "src/surcease/web/static/vendor");
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;

async function bundle() {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [join(HERE, "vega.js")],
    banner: { js: "/* Licences of all that is in here: vega.licences.txt */" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write: false,
    outfile: "vega.js",
  });
}

function packagesIn(metafile) {
  const parts = Object.values(metafile.outputs)[0].inputs;
  const used = Object.keys(parts).filter((path) => parts[path].bytesInOutput > 0);
  return [...new Set(used.map((path) => path.match(PACKAGE)?.[1]).filter(Boolean))].sort();
}

function licence(name) {
  const folder = join(ROOT, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readFileSync(join(folder, "LICENSE"), "utf8").replaceAll("\r\n", "\n").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const built = await bundle();
const files = {
  "vega.js": built.outputFiles[0].text,
  "vega.licences.txt": packagesIn(built.metafile).map(licence).join(`\n${"-".repeat(80)}\n\n`),
};

for (const [name, text] of Object.entries(files)) {
  const path = join(VENDOR, name);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`${name} is not what its sources make: run \`make charts\``);
    process.exitCode = 1;
  }
}
