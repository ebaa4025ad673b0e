/** How an order such as `size desc` shows at the head of the column `field`, and the order that a press on it asks for. */
export function sorting<Order extends string>(
  field: string,
  order: Order,
  onOrder: (order: Order) => void,
  allowed: readonly Order[],
) {
  const [up, down] = [allowed.find((one) => one === field), allowed.find((one) => one === `${field} desc`)];
  const next = order === up ? down : up;
  return {
    order: order === up ? ('ascending' as const) : order === down ? ('descending' as const) : ('none' as const),
    onSort: () => next !== undefined && onOrder(next),
  };
}
