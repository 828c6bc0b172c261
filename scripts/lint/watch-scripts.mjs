/** The rule for scripts that run on the watch: some language is unknown to its engine or refused by its compiler. */

const NO_OPTIONAL_CALL = "The watch's compiler refuses some optional calls: ask with `if` or `&&`.";

export const watchScripts = {
  meta: { type: 'problem' },
  create: (context) => ({
    Literal(node) {
      if (node.bigint !== undefined && node.bigint !== null)
        context.report({ node, message: "The watch's engine has no BigInt." });
    },
    MetaProperty(node) {
      context.report({ node, message: 'What runs on the watch is a script, not a module.' });
    },
    CallExpression(node) {
      const { callee } = node;
      const ofName = callee.type === 'MemberExpression' && callee.object.type === 'Identifier';
      if (node.optional || (ofName && callee.optional)) context.report({ node, message: NO_OPTIONAL_CALL });
    },
  }),
};
