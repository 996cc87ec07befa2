namespace Muster.Domain.Identity;

/// <summary>A right to do one thing to one kind of resource, written <c>resource:verb</c>.</summary>
/// <param name="Resource">What it is about, plural and snake_case: <c>users</c>.</param>
/// <param name="Verb">What may be done: <c>view</c>, <c>edit</c>, ...</param>
/// <param name="Sentence">What a person with this permission can do, for the one who grants it.</param>
/// <param name="HeldBy">The built-in access roles that hold it; the administrator holds every permission.</param>
public sealed record Permission(string Resource, string Verb, string Sentence, params BuiltInRole[] HeldBy)
{
    public string Name { get; } = $"{Resource}:{Verb}";

    public override string ToString() => Name;
}
