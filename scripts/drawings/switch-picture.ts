import { SWITCH, SWITCH_SIZE } from '../../device/ui/switch-shape';
import { COLORS } from '../../device/ui/theme';
import { fillBox, fillCircle } from './shapes';
import type { Drawing } from './surface';
import { draw } from './surface';

/** A switch: a bright track with a dark knob on the right is on, a grey one with a white knob on the left is off. */
export function switchPicture(isOn: boolean): Drawing {
  const { w, h } = SWITCH_SIZE;
  const [left, top] = [(w - SWITCH.w) / 2, (h - SWITCH.h) / 2];
  const round = SWITCH.h / 2;
  const track = isOn ? COLORS.key : COLORS.grey;
  const knob = isOn ? COLORS.onKey : COLORS.text;
  const paints = [COLORS.background, track, knob].map((color) => ({ color, alpha: 0xff }));
  return draw(w, h, paints, (context) => {
    fillBox(context, COLORS.background, 0, 0, w, h, 0);
    fillBox(context, track, left, top, SWITCH.w, SWITCH.h, round);
    fillCircle(context, knob, isOn ? left + SWITCH.w - round : left + round, h / 2, round - SWITCH.rim);
  });
}
