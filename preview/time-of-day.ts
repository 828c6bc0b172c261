/** Time of day as `HH:MM:SS`, where the browser is. */
export function timeOfDay(wall: number): string {
  const date = new Date(wall);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
