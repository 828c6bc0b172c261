declare const options: object;
export = options;
