import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { RouteError } from './RouteError.tsx';

type Props = { address: unknown; children: ReactNode };
type State = { failure: { error: unknown } | null; address: unknown };

/** Shows what is inside, and where that throws says so in its place. Going elsewhere, or here again, tries anew. */
export const Boundary = ({ children }: { children: ReactNode }) => (
  <Catcher address={useLocation()}>{children}</Catcher>
);

class Catcher extends Component<Props, State> {
  override state: State = { failure: null, address: this.props.address };

  static getDerivedStateFromError = (error: unknown) => ({ failure: { error } });

  static getDerivedStateFromProps = ({ address }: Props, { address: old }: State) =>
    address === old ? null : { failure: null, address };

  override render() {
    const { failure } = this.state;
    return failure ? <RouteError error={failure.error} /> : this.props.children;
  }
}
