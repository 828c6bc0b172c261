interface OrderedTest {
  readonly path: string;
  readonly context: { readonly config: { readonly rootDir: string } };
}

declare class TestOrder {
  sort(tests: readonly OrderedTest[]): readonly OrderedTest[];
  static readonly BEFORE_PACKAGE: readonly string[];
  static readonly LONGEST: readonly string[];
}
export = TestOrder;
