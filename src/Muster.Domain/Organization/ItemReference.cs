namespace Muster.Domain.Organization;

/// <summary>That an item names another one.</summary>
/// <param name="Field">Where, as the API calls it: "required_skills[0].skill_id".</param>
/// <param name="Kind">Of what kind the other must be.</param>
public readonly record struct ItemReference(string Field, OrganizationKind Kind, Guid Key);
