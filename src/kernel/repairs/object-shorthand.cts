/**
 * Repairs object shorthand. tslab reads a variable of an earlier cell from an object, `week` as `exports.week`, but misses it in
 * `f({ week })`, which fails with `week is not defined`. Here the shorthand of such a variable is written out before tslab looks at it.
 */
import tslab = require("./tslab.cjs");

import type { Builder } from "./tslab-parts.cjs";

type Node = import("@tslab/typescript-for-tslab").Node;
type SourceFile = import("@tslab/typescript-for-tslab").SourceFile;
type Shorthand = import("@tslab/typescript-for-tslab").ShorthandPropertyAssignment;
type Transformers = import("@tslab/typescript-for-tslab").CustomTransformers;
type Checker = import("@tslab/typescript-for-tslab").TypeChecker;

const { ts } = tslab;
/** tslab keeps the declarations of earlier cells in a file of this name. */
const earlierCells = /[\\/]__prev__\.d\.ts$/;

tslab.replace(tslab.typescript, "createWatchProgram", (create) => (host) => {
  tslab.replace(host, "afterProgramCreate", (created) => (builder) => {
    writeOutShorthand(builder);
    created(builder);
  });
  return create(host);
});

function writeOutShorthand(builder: Builder): void {
  tslab.replace(builder, "emit", (emit) => (file, write, cancellation, onlyDeclarations, custom) => {
    const checker = builder.getProgram().getTypeChecker();
    const before: Transformers["before"] = [
      ...(custom?.before ?? []),
      (context) => (source) => written(source, context, checker),
    ];
    return emit(file, write, cancellation, onlyDeclarations, { ...custom, before });
  });
}

function written(
  source: SourceFile,
  context: import("@tslab/typescript-for-tslab").TransformationContext,
  checker: Checker,
) {
  const visit = (node: Node): Node => {
    const visited = ts.visitEachChild(node, visit, context);
    return ts.isShorthandPropertyAssignment(node) && isOfEarlierCell(node, checker)
      ? assignment(node, visited)
      : visited;
  };
  return ts.visitEachChild(source, visit, context);
}

function isOfEarlierCell(node: Shorthand, checker: Checker): boolean {
  const declarations = checker.getShorthandAssignmentValueSymbol(node)?.declarations ?? [];
  return declarations.some((declaration) => earlierCells.test(declaration.getSourceFile().fileName));
}

/** `{ week }` as `{ week: exports.week }`, and `({ week = 1 } = found)` as `({ week: exports.week = 1 } = found)`. */
function assignment(node: Shorthand, visited: Node): Node {
  const { factory } = ts;
  const variable = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), node.name.text);
  const initializer = ts.isShorthandPropertyAssignment(visited) ? visited.objectAssignmentInitializer : undefined;
  const value = initializer ? factory.createAssignment(variable, initializer) : variable;
  return ts.setTextRange(factory.createPropertyAssignment(node.name.text, value), node);
}
