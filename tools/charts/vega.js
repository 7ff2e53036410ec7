// What a page needs to draw a compiled chart under a policy without eval: the interpreter, and
// of Vega only the transforms that charts here use (no maps, trees, forces, words).
import { expressionInterpreter } from "vega-interpreter";
import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import { parse } from "vega-parser";
import * as data from "vega-transforms";
import { extend } from "vega-util";
import { View } from "vega-view";
import * as layout from "vega-view-transforms";

extend(transforms, data, layout, encode);

export function view(spec, options) {
  return new View(parse(spec, null, { ast: true }), { ...options, expr: expressionInterpreter });
}
