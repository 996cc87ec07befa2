using Muster.Domain.Outcomes;

namespace Muster.Server.Live;

/// <summary>Every topic of this node, by its name.</summary>
public sealed class LiveTopics(IEnumerable<ILiveTopic> topics)
{
    private readonly Dictionary<string, ILiveTopic> _byName = topics.ToDictionary(topic => topic.Name);

    /// <param name="text">"cluster" or "schedule/UNIT".</param>
    public Outcome<(ILiveTopic Topic, string Part)> Find(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (name, part) = slash < 0 ? (text, "") : (text[..slash], text[(slash + 1)..]);
        return _byName.TryGetValue(name, out var topic)
            ? (topic, part)
            : new Refusal.Invalid("subscribe", $"names no topic: \"{name}\".\n"
                + $"Maybe {NearestName.Of(name, _byName.Keys)} is meant.");
    }
}
