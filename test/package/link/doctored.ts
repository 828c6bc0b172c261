import { buildSync } from 'esbuild';
import type { WatchPackage } from '../../../virtual-watch/node';

/** The key under which a test puts the answers of a doctored phone. */
export const DOCTOR_KEY = 'doctor';

/**
 * The package with another side service: it answers every request with the JSON that a test leaves at `DOCTOR_KEY`, or
 * a request of one method with what is at `DOCTOR_KEY.method`. In it `"$n"` stands for the number of the request; at
 * `silence` with nothing, at `failure` with an error of ZML; and as Legato does when nothing is there.
 */
export function doctored(packages: readonly WatchPackage[]): readonly WatchPackage[] {
  // Inherited rather than copied: copying would unpack the package for every screen.
  return packages.map(
    (known) =>
      Object.create(known, {
        phoneFiles: { get: () => ({ ...known.phoneFiles, 'app-side.js': sideService() }) },
      }) as WatchPackage,
  );
}

const SOURCE = `
import { BaseSideService } from '@zeppos/zml/base-side';
import { answer } from '../../../phone/answer';
import { openPhone } from '../../../phone/open-phone';

AppSideService(BaseSideService({
  onInit() {},
  onRequest(request, respond) {
    const storage = settings.settingsStorage;
    const said = storage.getItem('${DOCTOR_KEY}.' + request.method) ?? storage.getItem('${DOCTOR_KEY}');
    if (said === null) respond(null, answer(request, openPhone(storage)));
    else if (said === 'failure') respond({ code: 7, message: 'failure' });
    else if (said !== 'silence') respond(null, JSON.parse(said.split('"$n"').join(request.n)));
  },
  onDestroy() {},
}));`;

let built: Uint8Array | undefined;

function sideService(): Uint8Array {
  if (built) return built;
  const { outputFiles } = buildSync({
    stdin: { contents: SOURCE, resolveDir: __dirname },
    ...{ bundle: true, write: false, format: 'iife', target: 'es2020', logLevel: 'silent' },
  });
  const code = outputFiles[0]?.text ?? '';
  return (built = Uint8Array.from(Buffer.from(`try{(()=>{${code}\n})()}catch(e){console.log(e)}`)));
}
