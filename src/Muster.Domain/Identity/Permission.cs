namespace Muster.Domain.Identity;

/// <summary>A right to do one thing to one kind of resource, written <c>resource:verb</c>.</summary>
/// <param name="Resource">What it is about, plural and snake_case: <c>users</c>.</param>
/// <param name="Verb">What may be done: <c>view</c>, <c>edit</c>, ...</param>
/// <param name="Sentence">What a person with this permission can do, for the one who grants it.</param>
/// <param name="HeldBy">The built-in access roles that hold it; the administrator holds every permission.</param>
public sealed record Permission(string Resource, string Verb, string Sentence, params BuiltInRole[] HeldBy)
{
    public string Name { get; } = $"{Resource}:{Verb}";

    /// <summary>
    /// Whether it is about what lives in units. Of the others, as accounts and nodes, there is one for the whole
    /// installation: a grant in a unit does not give them.
    /// </summary>
    public bool IsOfUnits => Permissions.IsOfUnits(Resource);

    public override string ToString() => Name;
}
