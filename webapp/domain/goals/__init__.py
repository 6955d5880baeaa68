"""The participant's goals and the steps towards them."""
