using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Mesh;

public sealed class FrameCodecTests
{
    private static readonly NodeId Node = new("a", 7);
    private static readonly ScopeName Scope = new("people:1");
    private static readonly ScopePosition At = new(2, 9);

    private static readonly Dictionary<ScopeName, ScopePosition> Positions = new() { [Scope] = At };

    private static readonly FrameBody[] Bodies =
    [
        new FrameBody.Hello(Node, "1.0"),
        new FrameBody.Event(Scope, At, null),
        new FrameBody.Event(Scope, At, new ScopeDelta(
            At, [new Change("user", "x", 3, ChangeOperation.Put, "{\"a\":1}"),
                new Change("user", "y", 4, ChangeOperation.Delete)])),
        new FrameBody.Ack(Node, Scope, At),
        new FrameBody.Summary(ulong.MaxValue, Positions, new Dictionary<string, int> { ["b"] = 2 }),
        new FrameBody.Pull(),
        new FrameBody.Push(Positions),
        new FrameBody.Ping(long.MaxValue),
        new FrameBody.Pong(-1),
        new FrameBody.Drain(Node),
        new FrameBody.Probe(5, Scope, "user", "x"),
        new FrameBody.Probed(5, Node, At, null, true),
    ];

    public static TheoryData<string> Kinds => [.. Bodies.Select((body, place) => $"{place} {body.GetType().Name}")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_comes_back_as_it_was_sent(string kind)
    {
        var sent = Written(new Frame(Bodies[int.Parse(kind.Split(' ')[0], null)], Route("z")));
        Assert.Equal(sent, Written(FrameCodec.Read(Encoding.UTF8.GetBytes(sent))));
    }

    [Fact]
    public void Every_kind_is_tested() => Assert.Equal(
        typeof(FrameBody).GetNestedTypes().Where(type => type != typeof(FrameBody.Unknown)).Select(type => type.Name)
            .Order(),
        Bodies.Select(body => body.GetType().Name).Distinct().Order());

    [Fact]
    public void What_was_sent_is_what_is_read()
    {
        var read = Read(Written(new Frame(Bodies[2], Route(null))));
        var news = Assert.IsType<FrameBody.Event>(read.Body);
        Assert.Equal((Scope, At), (news.Scope, news.Position));
        Assert.Equal(((FrameBody.Event)Bodies[2]).Delta!.Changes, news.Delta!.Changes);
        Assert.Equal((Node, 3L, 2, (string?)null), (
            read.Route!.Origin, read.Route.Seq, read.Route.Hop, read.Route.To));
        Assert.Equal(["b", "c"], read.Route.Reached);
    }

    [Fact]
    public void Without_a_route_there_is_none() => Assert.Null(Read(Written(new Frame(new FrameBody.Pull()))).Route);

    [Fact]
    public void A_kind_that_is_not_known_is_passed_on_as_it_came()
    {
        const string Later = """{"kind":"later","body":{"new":[1,2,{"deep":null}]}}""";
        Assert.Equal(Later, Written(Read(Later)));
    }

    [Fact]
    public void Fields_that_are_not_known_are_ignored() => Assert.Equal(
        new FrameBody.Ping(4),
        Read("""{"kind":"ping","extra":true,"body":{"stamp":4,"later":"x"}}""").Body);

    [Fact]
    public void Changes_that_are_too_many_are_not_sent_along()
    {
        var change = new Change("user", "x", 1, ChangeOperation.Put, new string('p', 1_000));
        Assert.True(FrameCodec.IsSmall(new ScopeDelta(At, [change])));
        Assert.False(FrameCodec.IsSmall(new ScopeDelta(At, [.. Enumerable.Repeat(change, 31)])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"ping"}""")]
    [InlineData("""{"kind":7,"body":{}}""")]
    [InlineData("""{"kind":"ping","body":null}""")]
    [InlineData("""{"kind":"ping","body":{}}""")]
    [InlineData("""{"kind":"ping","body":{"stamp":"x"}}""")]
    [InlineData("""{"kind":"drain","body":{"node":null}}""")]
    [InlineData("""{"kind":"push","body":{"positions":null}}""")]
    [InlineData("""{"kind":"ack","body":{"node":{"name":null,"incarnation":1},"scope":"x","position":null}}""")]
    [InlineData("""{"kind":"ack","body":{"node":{"name":"a","incarnation":1},"scope":null,"position":{}}}""")]
    [InlineData("""{"kind":"pull","route":7,"body":{}}""")]
    [InlineData("""{"kind":"pull","route":{"origin":{"name":"a"}},"body":{}}""")]
    [InlineData("""{"kind":"drain","body":{"node":{}}}""")]
    [InlineData("""{"kind":"drain","body":{"node":{"name":"a"}}}""")]
    [InlineData("""{"kind":"push","body":{"positions":{"x":{"version":1}}}}""")]
    [InlineData("""{"kind":"event","body":{"scope":"x","position":{"timeline":1,"version":1},"delta":{}}}""")]
    public void What_is_no_frame_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => Read(text));

    [Fact]
    public void A_list_with_nothing_in_a_place_is_refused()
    {
        var nobody = new FrameRoute(Node, 3, 2, [null!]);
        Assert.Throws<JsonException>(() => Read(Written(new Frame(new FrameBody.Pull(), nobody))));
        var nothing = new FrameBody.Event(Scope, At, new ScopeDelta(At, [null!]));
        Assert.Throws<JsonException>(() => Read(Written(new Frame(nothing))));
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Written(new Frame(new FrameBody.Drain(Node))));
        bytes[Array.IndexOf(bytes, (byte)'a', 20)] = 0xA6;
        Assert.ThrowsAny<JsonException>(() => FrameCodec.Read(bytes));
    }

    [Fact]
    public void Whatever_comes_it_is_read_or_refused()
    {
        var frames = Bodies.Select(body => Encoding.UTF8.GetBytes(Written(new Frame(body, Route("z"))))).ToArray();
        var spoilt =
            from frame in Gen.Elements(frames)
            from places in Gen.ArrayOf(Gen.Zip(Gen.Choose(0, frame.Length - 1), Gen.Choose(0, 255)), 3)
            from length in Gen.Frequency((3, Gen.Constant(frame.Length)), (1, Gen.Choose(0, frame.Length)))
            select Spoil(frame, places, length);
        Prop.ForAll(spoilt.ToArbitrary(), IsReadOrRefused)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithQuietOnSuccess(true));
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return Written(FrameCodec.Read(bytes)).Length > 0;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static byte[] Spoil(byte[] frame, (int Place, int Value)[] places, int length)
    {
        var bytes = frame.ToArray();
        foreach (var (place, value) in places)
        {
            bytes[place] = (byte)value;
        }

        return bytes[..length];
    }

    private static FrameRoute Route(string? to) => new(Node, 3, 2, ["b", "c"], to);

    private static Frame Read(string text) => FrameCodec.Read(Encoding.UTF8.GetBytes(text));

    private static string Written(Frame frame)
    {
        var buffer = new ArrayBufferWriter<byte>();
        FrameCodec.Write(frame, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
