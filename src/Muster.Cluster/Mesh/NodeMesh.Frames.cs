namespace Muster.Cluster.Mesh;

public sealed partial class NodeMesh
{
    private void Receive(MeshLink link, Frame frame)
    {
        if (link.Peer is null)
        {
            if (frame.Body is FrameBody.Hello hello)
            {
                Greet(link, hello.Node);
            }

            return;
        }

        if (frame.Route is { } route)
        {
            ReceiveRouted(link, frame, route);
            return;
        }

        switch (frame.Body)
        {
            case FrameBody.Ping ping:
                link.Send(new FrameBody.Pong(ping.Stamp));
                break;
            case FrameBody.Pong pong:
                link.HearPong(pong);
                break;
            case FrameBody.Summary summary:
                HearSummary(link, summary);
                break;
            case FrameBody.Pull:
                link.Send(new FrameBody.Push(_mine.Copy()));
                break;
            case FrameBody.Push push:
                link.Hear(push);
                HearPositions(link.Peer.Value, push.Positions);
                break;
        }
    }

    // Two nodes keep one link. Both must choose the same: the one that the smaller of the two has dialled, and of two
    // dialled by the same side the younger.
    private void Greet(MeshLink link, NodeId peer)
    {
        link.Greet(peer);
        if (link.Dialled is { } address)
        {
            _dialer.Answered(address, peer);
        }

        if (peer.Name == _settings.Self.Name)
        {
            link.Close();
            return;
        }

        var others = _links.Where(other => other != link && other.IsLive && other.Peer!.Value.Name == peer.Name);
        foreach (var other in others.ToList())
        {
            (IsBetter(link, other) ? other : link).Close();
        }
    }

    private bool IsBetter(MeshLink link, MeshLink other)
    {
        if (link.Peer!.Value.Incarnation != other.Peer!.Value.Incarnation)
        {
            return link.Peer.Value.Incarnation > other.Peer.Value.Incarnation;
        }

        var mine = link.Dialled is not null;
        var othersMine = other.Dialled is not null;
        var iAmSmaller = string.CompareOrdinal(_settings.Self.Name, link.Peer.Value.Name) < 0;
        return mine == othersMine || mine == iAmSmaller;
    }

    private void ReceiveRouted(MeshLink link, Frame frame, FrameRoute route)
    {
        if (route.Origin.Name == _settings.Self.Name || !_seen.TryAdd(route.Origin, route.Seq))
        {
            return;
        }

        _routes.Came(route.Origin.Name, link);
        if (route.To != _settings.Self.Name && route.Hop < _timing.HopLimit)
        {
            Send(frame, route with { Hop = route.Hop + 1 });
        }

        if (route.To is null || route.To == _settings.Self.Name)
        {
            Handle(frame.Body, route.Origin);
        }
    }

    private void Handle(FrameBody body, NodeId origin)
    {
        switch (body)
        {
            case FrameBody.Event news:
                _owed.Add(news.Scope, news.Position, origin.Name);
                _listener.Hear(news.Scope, news.Position, news.Delta);
                _applied.Set();
                break;
            case FrameBody.Ack ack:
                _listener.HearApplied(ack.Node, ack.Scope, ack.Position);
                break;
            case FrameBody.Probe probe:
                Originate(_listener.Answer(probe), origin.Name);
                break;
            case FrameBody.Probed answer:
                _listener.HearAnswer(answer);
                break;
            case FrameBody.Drain drain:
                _listener.HearDrain(drain.Node);
                break;
        }
    }

    private void Acknowledge(Streams.ScopeName scope)
    {
        if (_mine.Positions.TryGetValue(scope, out var applied))
        {
            foreach (var origin in _owed.Settle(scope, applied))
            {
                Originate(new FrameBody.Ack(_settings.Self, scope, applied), origin);
            }
        }
    }

    private void HearSummary(MeshLink link, FrameBody.Summary summary)
    {
        if (!link.Hear(summary))
        {
            link.Send(new FrameBody.Pull());
        }

        HearPositions(link.Peer!.Value, summary.Changed);
    }

    private void HearPositions(
        NodeId peer, IReadOnlyDictionary<Streams.ScopeName, Streams.ScopePosition> positions)
    {
        foreach (var (scope, position) in positions)
        {
            _listener.HearApplied(peer, scope, position);
            _listener.Hear(scope, position, null);
        }
    }

    private void Originate(FrameBody body, string? to) =>
        Send(new Frame(body), new FrameRoute(_settings.Self, ++_seq, 1, [], to));

    private void Send(Frame frame, FrameRoute route)
    {
        if (route.To is { } to)
        {
            _routes.Towards(to, Live)?.Send(frame with { Route = route });
            return;
        }

        var peers = _links.FindAll(link => link.IsLive && link.Peer!.Value.Name != route.Origin.Name
            && !route.Reached.Contains(link.Peer.Value.Name));
        var reached = route with
        {
            Reached = [.. route.Reached, .. peers.Select(link => link.Peer!.Value.Name), _settings.Self.Name],
        };

        // One frame for all links: a connection need not write it more than once.
        var sent = frame with { Route = reached };
        foreach (var link in peers)
        {
            link.Send(sent);
        }
    }
}
