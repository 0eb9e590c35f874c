/** "loyaltyPointsAdjust" as people read it: "Points adjust". The API's names are English. */
export function actionName(action: string): string {
  const words = action
    .replace(/^loyalty/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
