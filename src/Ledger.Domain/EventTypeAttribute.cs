namespace Ledger.Domain;

/// <summary>The name under which an event type is stored. It never changes.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string alias) : Attribute
{
    public string Alias { get; } = alias;
}
