import { BaseSideService } from '@zeppos/zml/base-side';
import { answer } from '../phone/answer';
import { openPhone } from '../phone/open-phone';

AppSideService(
  BaseSideService({
    onInit() {
      console.log('Legato listens.');
    },

    /** Answers synchronously, since the service may be stopped right after the call. */
    onRequest(request, respond) {
      const reply = answer(request, openPhone(settings.settingsStorage));
      try {
        respond(null, reply);
      } catch (error) {
        console.log('The answer could not be sent; the watch will ask again.', error);
      }
    },

    onDestroy() {
      console.log('Legato stops listening.');
    },
  }),
);
